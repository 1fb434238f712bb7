import { NestFactory } from '@nestjs/core'
import { AppModule } from '../src/app.module'
import { CouponService } from '../src/coupon.service'

async function bootstrap() {
  const app = await NestFactory.createApplicationContext(AppModule)
  await app.get(CouponService).expireAll() // expect: no-unlisted-mutation-scripts
  await app.close()
}

bootstrap()
// file: src/app.module.ts
import { Module } from '@nestjs/common'
import { CouponService } from './coupon.service'
@Module({ providers: [CouponService] })
export class AppModule {}
// file: src/coupon.service.ts
import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { Coupon } from './coupon.entity'

@Injectable()
export class CouponService {
  constructor(@InjectRepository(Coupon) private readonly coupons: Repository<Coupon>) {}

  async expireAll() {
    await this.coupons.update({}, { expired: true })
  }
}
// file: src/coupon.entity.ts
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'
@Entity()
export class Coupon {
  @PrimaryGeneratedColumn() id!: number
  @Column() expired!: boolean
}
